@org.jspecify.annotations.NullMarked
package uk.earlyhelphub.keyfile;
