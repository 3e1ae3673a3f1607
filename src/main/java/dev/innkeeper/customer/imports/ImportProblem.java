package dev.innkeeper.customer.imports;

/**
 * What is wrong with a row.
 *
 * @param line where the row begins in the file, from 1
 * @param field the field at fault, empty where it is none in particular
 * @param message what is wrong, {@code "English | 中文"}
 * @param remedy what to do, {@code "English | 中文"}
 */
public record ImportProblem(long line, String field, String message, String remedy) {}
