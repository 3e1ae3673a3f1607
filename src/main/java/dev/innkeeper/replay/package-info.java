/** A command that sends a file of complaints through the API of a running service. */
@NullMarked
package dev.innkeeper.replay;

import org.jspecify.annotations.NullMarked;
