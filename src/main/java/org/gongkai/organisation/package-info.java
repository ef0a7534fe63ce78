/**
 * 机构：公开主体、层级、隶属关系、公开指南所需的联系信息。
 *
 * <p>Public bodies, their level, kind, functions and tree; who is obliged to disclose (OGI art. 4, 10, 54; R-DUTY-06).
 */
@ApplicationModule(
        displayName = "机构",
        allowedDependencies = {"imports", "imports::spi"})
@NullMarked
package org.gongkai.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
