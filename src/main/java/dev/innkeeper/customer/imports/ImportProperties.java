package dev.innkeeper.customer.imports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are imported.
 *
 * @param enabled whether this node works on them; every node receives them
 * @param poll how often the node looks for files that another one left
 * @param rows how many rows are taken in one transaction
 * @param lease how long a node may be silent before another one goes on with its file
 * @param keep how long the rows of a file, and what was said of them, are kept once it is over
 */
@ConfigurationProperties("innkeeper.imports")
record ImportProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("1000") int rows,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("7d") Duration keep) {}
