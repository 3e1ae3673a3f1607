/** The notifications of the person who asks, and the outbox for administrators, over REST. */
package dev.innkeeper.notification.web;
