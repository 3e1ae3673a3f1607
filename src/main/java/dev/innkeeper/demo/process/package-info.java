/** The hands with which the people of a demonstration work: starts and tasks of the engine. */
@NullMarked
package dev.innkeeper.demo.process;

import org.jspecify.annotations.NullMarked;
