/** The MariaDB that the service brings along or is pointed at, and the tables of the engine. */
package dev.innkeeper.database;
