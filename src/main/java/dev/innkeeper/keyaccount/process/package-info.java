/**
 * The processes of deals: starts them, does their steps, shows and takes the forms of their tasks.
 * What happens to a deal is done by the desks; here it is only put in order.
 */
@NullMarked
package dev.innkeeper.keyaccount.process;

import org.jspecify.annotations.NullMarked;
