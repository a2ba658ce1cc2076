package chat.parley.command.client.manage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clients, on one page: an organization has few. */
record ClientPage(List<ClientItem> items, @Nullable String next) {}
