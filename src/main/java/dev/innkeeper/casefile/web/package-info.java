/** What REST shows of every case, whatever it is about. */
@NullMarked
package dev.innkeeper.casefile.web;

import org.jspecify.annotations.NullMarked;
