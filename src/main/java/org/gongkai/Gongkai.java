package org.gongkai;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** 公开：基层政务公开标准化规范化平台。 The application: open government in one program that brings its own database. */
@SpringBootApplication
@Modulithic(
        systemName = "Gongkai 公开",
        sharedModules = {"database", "law", "organisation", "identity", "journal", "workflow", "ui"})
public class Gongkai {

    private static final int EX_CONFIG = 78;

    public static void main(String[] args) {
        var application = new SpringApplication(Gongkai.class);
        application.addListeners(new SettingsCheck());
        try {
            application.run(args);
        } catch (RuntimeException e) {
            // Already reported by SpringApplication, as one sentence where the settings are to blame.
            System.exit(StartFailure.sentence(e).isPresent() ? EX_CONFIG : 1);
        }
    }
}
