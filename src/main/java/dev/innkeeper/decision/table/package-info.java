/** Decision tables: read as the engine reads them, checked cell by cell, turned into rule text. */
@NullMarked
package dev.innkeeper.decision.table;

import org.jspecify.annotations.NullMarked;
