/** Values that every feature and every layer share: groups, actors, numbers, money, refusals. */
package dev.innkeeper.common;
