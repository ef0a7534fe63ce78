package org.gongkai.organisation;

import com.ibm.icu.text.Transliterator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gongkai.database.AfterCommit;
import org.gongkai.database.Remembered;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/** 名录常驻内存，名录变化后重读。 The register in memory, re-read after a change. */
@Component
class Register implements PublicBodies {

    /**
     * @param byName folded when the first name is asked for: a start need not load the tables of traditional script
     * @param root measured when first asked for: of several bodies without a parent, that of the largest subtree
     */
    private record Snapshot(
            Map<String, PublicBody> byCode,
            Supplier<Map<String, List<PublicBody>>> byName,
            Map<String, List<String>> children,
            Supplier<Optional<PublicBody>> root) {}

    private final JdbcClient jdbc;
    private final SingletonSupplier<Transliterator> simplified =
            SingletonSupplier.of(() -> Transliterator.getInstance("Traditional-Simplified"));
    private final Remembered<Snapshot> snapshot = new Remembered<>(this::read);

    Register(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PublicBody> find(String code) {
        return Optional.ofNullable(current().byCode().get(code));
    }

    @Override
    public List<PublicBody> all() {
        return List.copyOf(current().byCode().values());
    }

    @Override
    public List<PublicBody> named(String name) {
        return current().byName().get().getOrDefault(fold(name), List.of());
    }

    @Override
    public Set<String> subtree(String code) {
        return subtree(code, current().children());
    }

    @Override
    public Optional<PublicBody> root() {
        return current().root().get();
    }

    @EventListener
    void forget(BodiesChanged change) {
        AfterCommit.run(snapshot::forget);
    }

    /**
     * Inside a writing transaction what is read may never be committed: it is remembered for that transaction, and for all after its commit
     * when it did not change the register itself.
     */
    private Snapshot current() {
        boolean writing = TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        if (!writing) {
            return snapshot.get();
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Snapshot own) {
            return own;
        }
        var fresh = snapshot.knownOrFresh();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(this, fresh.value());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    snapshot.keep(fresh); // forget(), if there was a change, has come first
                }

                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(Register.this);
                }
            });
        }
        return fresh.value();
    }

    private Snapshot read() {
        var byCode = new TreeMap<String, PublicBody>();
        var children = new HashMap<String, List<String>>();
        var bodies = jdbc.sql("select * from organisation.body")
                .query(Register::body)
                .list();
        for (PublicBody body : bodies) {
            byCode.put(body.code(), body);
            if (body.parent() != null) {
                children.computeIfAbsent(body.parent(), unused -> new ArrayList<>())
                        .add(body.code());
            }
        }
        return new Snapshot(
                byCode,
                SingletonSupplier.of(() -> names(bodies)),
                children,
                SingletonSupplier.of(() -> root(byCode, children)));
    }

    private static Optional<PublicBody> root(Map<String, PublicBody> byCode, Map<String, List<String>> children) {
        return byCode.values().stream()
                .filter(body -> body.parent() == null)
                .max(Comparator.comparing((PublicBody body) -> body.kind() == BodyKind.GOVERNMENT)
                        .thenComparingInt(body -> subtree(body.code(), children).size())
                        .thenComparing(PublicBody::code, Comparator.reverseOrder()));
    }

    private Map<String, List<PublicBody>> names(List<PublicBody> bodies) {
        var byName = new HashMap<String, List<PublicBody>>();
        for (PublicBody body : bodies) {
            var names = new LinkedHashSet<String>(List.of(fold(body.name()), fold(body.shortName())));
            body.aliases().forEach(alias -> names.add(fold(alias)));
            names.forEach(name ->
                    byName.computeIfAbsent(name, unused -> new ArrayList<>()).add(body));
        }
        return byName;
    }

    private String fold(String name) {
        return simplified
                .obtain()
                .transliterate(Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", ""));
    }

    private static Set<String> subtree(String code, Map<String, List<String>> children) {
        var found = new LinkedHashSet<String>();
        collect(code, children, found);
        return Set.copyOf(found);
    }

    private static void collect(String code, Map<String, List<String>> children, Set<String> into) {
        if (into.add(code)) {
            children.getOrDefault(code, List.of()).forEach(child -> collect(child, children, into));
        }
    }

    private static PublicBody body(ResultSet row, int number) throws SQLException {
        return new PublicBody(
                row.getString("code"),
                row.getString("name"),
                row.getString("short_name"),
                List.of((String[]) row.getArray("aliases").getArray()),
                row.getString("parent"),
                BodyLevel.valueOf(row.getString("level")),
                BodyKind.valueOf(row.getString("kind")),
                new LinkedHashSet<>(
                        Arrays.asList((String[]) row.getArray("functions").getArray())),
                row.getString("organisation_code"));
    }
}
