package org.gongkai;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** 公开：基层政务公开标准化规范化平台。 The application. */
@SpringBootApplication
@Modulithic(
        systemName = "Gongkai 公开",
        sharedModules = {"database", "law", "organisation", "identity", "journal", "workflow", "ui"})
public class Gongkai {

    public static void main(String[] args) {
        SpringApplication.run(Gongkai.class, args);
    }
}
