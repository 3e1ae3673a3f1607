/** REST for the clock of a demonstration. */
@NullMarked
package dev.innkeeper.demo.web;

import org.jspecify.annotations.NullMarked;
