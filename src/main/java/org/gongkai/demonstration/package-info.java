/**
 * 示范区：由种子确定的一个区、一年（或几年）的公开工作，用来演示、测试和测速，附带答案。
 *
 * <p>A simulated district: bodies, a catalogue, what was formed and published, what was planted as missing or late, and the answer
 * key, counted day by day without the deadline module. Nothing in it is a real document or a real person.
 */
@ApplicationModule(
        displayName = "示范区",
        allowedDependencies = {"account", "deadline", "imports", "obligation", "publication", "catalogue", "request"})
@NullMarked
package org.gongkai.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
