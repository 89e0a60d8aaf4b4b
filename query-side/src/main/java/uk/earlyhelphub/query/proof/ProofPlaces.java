package uk.earlyhelphub.query.proof;

import java.nio.file.Path;
import java.util.List;

/**
 * Where an evaluation keeps its proof log, unless settings say otherwise.
 *
 * @param directories the folders of the log
 * @param key the file of the signing key, which is made if it is not there
 */
public record ProofPlaces(List<Path> directories, Path key) {
    public ProofPlaces {
        directories = List.copyOf(directories);
    }
}
