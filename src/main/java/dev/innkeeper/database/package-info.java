/** The MariaDB that the service brings along or is pointed at, and the tables of the engine. */
@NullMarked
package dev.innkeeper.database;

import org.jspecify.annotations.NullMarked;
