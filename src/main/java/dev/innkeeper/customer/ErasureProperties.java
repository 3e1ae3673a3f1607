package dev.innkeeper.customer;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the law says of keeping.
 *
 * @param keepVouchers how long invoices are vouchers that must be kept
 */
@ConfigurationProperties("innkeeper.erasure")
public record ErasureProperties(@DefaultValue("10y") Period keepVouchers) {}
