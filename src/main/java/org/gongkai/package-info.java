@NullMarked
package org.gongkai;

import org.jspecify.annotations.NullMarked;
