package uk.earlyhelphub.platform.engine;

import java.util.List;

/** A bean with work in the background, which health and metrics show by name. */
public interface WorksInBackground {

    /** What it does there; the same for as long as it runs. */
    List<Background> background();
}
