/**
 * 操作留痕：每一次改变状态的行为，在同一事务里写下一行，只增不改。
 *
 * <p>The append-only record of every act. Publishing an event that implements {@link org.gongkai.journal.Recorded} <em>is</em>
 * writing the line.
 */
@ApplicationModule(
        displayName = "操作留痕",
        allowedDependencies = {})
@NullMarked
package org.gongkai.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
