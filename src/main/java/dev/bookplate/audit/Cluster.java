package dev.bookplate.audit;

import dev.bookplate.engine.Engine;
import java.nio.file.Path;

/**
 * Other machines that read and search a corpus.
 *
 * @param name of the sort of cluster, for the run's timings
 * @param engine runs tasks on them
 * @param depot folder that all of them see under this name, and this machine too: catalogues go
 *     through it to them, and what they found comes back
 */
public record Cluster(String name, Engine engine, Path depot) {}
