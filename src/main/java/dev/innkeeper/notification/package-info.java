/** Tells departments and people what concerns them: in the service, by e-mail and by webhook. */
package dev.innkeeper.notification;
