@NullMarked
package org.gongkai.imports.web;

import org.jspecify.annotations.NullMarked;
