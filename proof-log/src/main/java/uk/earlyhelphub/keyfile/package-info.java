/** Files that hold a secret: on disk before anybody relies on them, and never written twice. Leans on nothing but the JDK. */
@NullMarked
package uk.earlyhelphub.keyfile;

import org.jspecify.annotations.NullMarked;
