/**
 * A command that sends a file of complaints, or of deals of the past, through the API of a running
 * service.
 */
@NullMarked
package dev.innkeeper.replay;

import org.jspecify.annotations.NullMarked;
