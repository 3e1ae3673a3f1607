/** Complaint handling: what a complaint is, and every operation on one. */
@NullMarked
package dev.innkeeper.complaint;

import org.jspecify.annotations.NullMarked;
