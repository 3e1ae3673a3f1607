/** Files of customers, stays, invoices and payments of any size: received, read on, reported. */
@NullMarked
package dev.innkeeper.customer.imports;

import org.jspecify.annotations.NullMarked;
