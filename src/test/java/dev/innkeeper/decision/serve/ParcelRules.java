package dev.innkeeper.decision.serve;

import dev.innkeeper.decision.DecisionCatalog;
import dev.innkeeper.decision.Parcel;
import dev.innkeeper.decision.load.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Releases of the rules that price parcels. */
final class ParcelRules implements LiveRules {

    private final List<Sources> releases = new ArrayList<>();

    ParcelRules publish(Sources sources) {
        releases.add(sources);
        return this;
    }

    RuleKeeper keeper() {
        return new RuleKeeper(List.of(DecisionCatalog.of(Parcel.PRICE)), this);
    }

    @Override
    public void open() {
        // what there is was published before
    }

    @Override
    public Stamp stamp() {
        return releases.isEmpty()
                ? Stamp.NONE
                : new Stamp(releases.size(), releases.get(releases.size() - 1).hash());
    }

    @Override
    public Map<String, String> hashes(long number) {
        return number == 0
                ? Map.of()
                : Map.of(Parcel.PRICE.name(), releases.get((int) number - 1).hash());
    }

    @Override
    public Optional<Sources> sources(String decision, String hash) {
        return releases.stream().filter(one -> one.hash().equals(hash)).findFirst();
    }
}
