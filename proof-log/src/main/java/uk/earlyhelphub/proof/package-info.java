/**
 * Proof that the recorded history was not altered. Needs nothing but the JDK, so that a stranger can read and run all of it.
 * The tree is that of RFC 9162 §2.1, checkpoints are C2SP tlog-checkpoint signed notes, proofs C2SP tlog-proof files.
 */
@NullMarked
package uk.earlyhelphub.proof;

import org.jspecify.annotations.NullMarked;
