/**
 * 数据库：内置的 PostgreSQL（或外部的），各模块的迁移，行级权限的范围。
 *
 * <p>The database room: a real PostgreSQL started by the application itself (or an external one), migrations per module, and the row
 * scope that row-level security reads. A technical room; it knows no word of the domain.
 */
@ApplicationModule(
        displayName = "数据库",
        allowedDependencies = {})
@NullMarked
package org.gongkai.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
