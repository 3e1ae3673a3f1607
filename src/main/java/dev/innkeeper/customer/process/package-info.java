/** The processes of the customer file: care for customers who stay away. */
@NullMarked
package dev.innkeeper.customer.process;

import org.jspecify.annotations.NullMarked;
