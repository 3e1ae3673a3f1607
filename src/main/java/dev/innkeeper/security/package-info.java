/**
 * Who may do what: sign-in, rights at the doors and in the engine, and what each person's Tasklist
 * shows.
 */
package dev.innkeeper.security;
