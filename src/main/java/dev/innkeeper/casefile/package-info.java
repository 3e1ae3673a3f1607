/** What every case has: number, time line, clocks, documents, links. */
@NullMarked
package dev.innkeeper.casefile;

import org.jspecify.annotations.NullMarked;
