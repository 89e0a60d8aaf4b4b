package uk.earlyhelphub.proof;

import java.util.List;

/**
 * What shows that a log only grew (RFC 9162 §2.1.4). It comes from a server that need not be honest. From a log of no leaves
 * nothing can be shown, so such a proof proves nothing.
 *
 * @param earlier how many leaves the earlier log had
 * @param size how many the later one has
 * @param path the hashes that both roots follow from
 */
public record ConsistencyProof(long earlier, long size, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether the later root's log begins with the whole of the earlier root's log. */
    public boolean proves(Hash earlierRoot, Hash root) {
        if (earlier < 1 || earlier > size) {
            return false;
        }
        if (earlier == size) {
            return path.isEmpty() && earlierRoot.equals(root);
        }
        var wholeSubtree = Long.bitCount(earlier) == 1;
        if (!wholeSubtree && path.isEmpty()) {
            return false;
        }
        var node = earlier - 1;
        var last = size - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        var before = wholeSubtree ? earlierRoot : path.getFirst();
        var after = before;
        for (var sibling : wholeSubtree ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                before = Hash.ofNode(sibling, before);
                after = Hash.ofNode(sibling, after);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                after = Hash.ofNode(after, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && before.equals(earlierRoot) && after.equals(root);
    }
}
