package uk.earlyhelphub.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    /** The leaves and roots that implementations of certificate transparency have in common. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final List<Hash> leaves = new ArrayList<>();
    private final MerkleTree tree = new MerkleTree(i -> leaves.get((int) i));

    private void grow(int size) {
        while (leaves.size() < size) {
            var leaf = Hash.ofLeaf(("leaf " + leaves.size()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            leaves.add(leaf);
            tree.add(leaf);
        }
    }

    @Test
    void roots_are_those_that_everybody_computes() {
        for (var size = 0; size <= 8; size++) {
            assertThat(tree.root()).hasToString(ROOTS.get(size));
            assertThat(tree.root(size)).hasToString(ROOTS.get(size));
            if (size < 8) {
                leaves.add(Hash.ofLeaf(HexFormat.of().parseHex(LEAVES.get(size))));
                tree.add(leaves.getLast());
            }
        }
    }

    @Test
    void every_leaf_of_every_small_log_can_be_proved() {
        grow(70);
        for (var size = 1; size <= 70; size++) {
            for (var index = 0; index < size; index++) {
                assertThat(tree.inclusion(index, size).proves(leaves.get(index), tree.root(size)))
                        .isTrue();
            }
        }
    }

    @Test
    void every_growth_of_a_small_log_can_be_proved() {
        grow(70);
        for (var size = 1; size <= 70; size++) {
            for (var earlier = 1; earlier <= size; earlier++) {
                assertThat(tree.consistency(earlier, size).proves(tree.root(earlier), tree.root(size)))
                        .isTrue();
            }
        }
    }

    @Test
    void subtrees_that_are_kept_say_the_same_as_leaves() {
        grow(3000);
        var afresh = new RootBuilder();
        for (var size = 1; size <= 3000; size++) {
            afresh.add(leaves.get(size - 1));
            if (size % 97 == 0 || Integer.bitCount(size) == 1) {
                assertThat(tree.root(size)).isEqualTo(afresh.root());
                assertThat(tree.inclusion(size / 3, size).proves(leaves.get(size / 3), afresh.root()))
                        .isTrue();
                assertThat(tree.consistency(Math.max(1, size / 2), size)
                                .proves(tree.root(Math.max(1, size / 2)), afresh.root()))
                        .isTrue();
            }
        }
    }

    @Test
    void a_lying_server_gets_no_inclusion_past() {
        grow(40);
        var random = new Random(7);
        for (var size = 1; size <= 40; size++) {
            var root = tree.root(size);
            for (var index = 0; index < size; index++) {
                var honest = tree.inclusion(index, size);
                var leaf = leaves.get(index);
                for (var lie : lies(honest.path(), random)) {
                    assertThat(new InclusionProof(index, size, lie).proves(leaf, root))
                            .isFalse();
                }
                for (var other : List.of(index - 1, index + 1, -1, size)) {
                    if (other != index) {
                        assertThat(new InclusionProof(other, size, honest.path()).proves(leaf, root))
                                .isFalse();
                    }
                }
                assertThat(new InclusionProof(index, 0, honest.path()).proves(leaf, root))
                        .isFalse();
                if (size > 1) {
                    assertThat(honest.proves(leaves.get((index + 1) % size), root))
                            .isFalse();
                }
                assertThat(honest.proves(leaf, Hash.OF_NOTHING)).isFalse();
            }
        }
    }

    @Test
    void a_lying_server_gets_no_growth_past() {
        grow(40);
        var random = new Random(8);
        for (var size = 2; size <= 40; size++) {
            for (var earlier = 1; earlier < size; earlier++) {
                var honest = tree.consistency(earlier, size);
                var before = tree.root(earlier);
                var after = tree.root(size);
                for (var lie : lies(honest.path(), random)) {
                    assertThat(new ConsistencyProof(earlier, size, lie).proves(before, after))
                            .isFalse();
                }
                assertThat(honest.proves(after, before)).isFalse();
                assertThat(honest.proves(tree.root(earlier + 1), after)).isFalse();
                assertThat(honest.proves(before, tree.root(size - 1))).isFalse();
                assertThat(new ConsistencyProof(0, size, honest.path()).proves(Hash.OF_NOTHING, after))
                        .isFalse();
                assertThat(new ConsistencyProof(size, earlier, honest.path()).proves(after, before))
                        .isFalse();
            }
        }
        assertThat(new ConsistencyProof(0, 5, List.of()).proves(Hash.OF_NOTHING, tree.root(5)))
                .isFalse();
        assertThat(new ConsistencyProof(5, 5, List.of(leaves.getFirst())).proves(tree.root(5), tree.root(5)))
                .isFalse();
    }

    /** Truncated, padded, doubled, reversed, and with one bit turned. */
    private static List<List<Hash>> lies(List<Hash> path, Random random) {
        var lies = new ArrayList<List<Hash>>();
        var stranger = Hash.ofLeaf(new byte[] {1});
        var padded = new ArrayList<>(path);
        padded.add(stranger);
        lies.add(padded);
        var before = new ArrayList<>(path);
        before.addFirst(stranger);
        lies.add(before);
        if (!path.isEmpty()) {
            lies.add(path.subList(0, path.size() - 1));
            lies.add(path.subList(1, path.size()));
            var turned = new ArrayList<>(path);
            var at = random.nextInt(path.size());
            var bytes = path.get(at).bytes();
            bytes[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
            turned.set(at, Hash.of(bytes));
            lies.add(turned);
        }
        if (path.size() > 1) {
            var swapped = new ArrayList<>(path);
            Collections.swap(swapped, 0, path.size() - 1);
            lies.add(swapped);
        }
        return lies;
    }

    @Test
    void nothing_is_proved_about_what_is_not_there() {
        grow(5);
        assertThatThrownBy(() -> tree.inclusion(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(0, 6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(5, 4)).isInstanceOf(IllegalArgumentException.class);
    }
}
