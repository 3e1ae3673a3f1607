/**
 * The processes of complaints: starts them, does their steps, shows and takes the forms of their
 * tasks. What happens to a case is done by the desks; here it is only put in order.
 */
@NullMarked
package dev.innkeeper.complaint.process;

import org.jspecify.annotations.NullMarked;
