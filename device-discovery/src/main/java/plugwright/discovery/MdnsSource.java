package plugwright.discovery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import plugwright.model.Ipv4Subnet;
import plugwright.model.NetworkAdapter;

/** Shell: a browser on every adapter address; adapters come and go. */
final class MdnsSource implements AutoCloseable {

    private final Consumer<News> news;
    private final Map<Ipv4Subnet, MdnsBrowser> browsers = new HashMap<>();

    MdnsSource(Consumer<News> news) {
        this.news = news;
    }

    /** These are the adapters from now on. */
    void adapters(List<NetworkAdapter> present) {
        Set<Ipv4Subnet> subnets =
                present.stream().flatMap(adapter -> adapter.subnets().stream()).collect(Collectors.toSet());
        browsers.entrySet().removeIf(entry -> {
            boolean vanished = !subnets.contains(entry.getKey());
            if (vanished) {
                entry.getValue().close();
            }
            return vanished;
        });
        for (NetworkAdapter adapter : present) {
            for (Ipv4Subnet subnet : adapter.subnets()) {
                browsers.computeIfAbsent(subnet, own -> new MdnsBrowser(own.address(), adapter.name(), news));
            }
        }
    }

    /** Asks again. */
    void ask() {
        browsers.values().forEach(MdnsBrowser::ask);
    }

    @Override
    public void close() {
        browsers.values().forEach(MdnsBrowser::close);
        browsers.clear();
    }
}
