@NullMarked
package org.gongkai.catalogue.web;

import org.jspecify.annotations.NullMarked;
