/** The customer file: who the customer is and how the house keeps the customer. */
@NullMarked
package dev.innkeeper.customer;

import org.jspecify.annotations.NullMarked;
