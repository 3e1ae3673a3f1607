/**
 * Commands that send files to a running service: complaints, deals of the past, and the customers,
 * stays, invoices and payments of another system.
 */
@NullMarked
package dev.innkeeper.replay;

import org.jspecify.annotations.NullMarked;
