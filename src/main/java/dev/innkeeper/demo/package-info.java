/** What a first look at the service needs: people, a day at the hotel, and a clock that moves. */
@org.jspecify.annotations.NullMarked
package dev.innkeeper.demo;
