/** What the tests of the model share. */
@org.jspecify.annotations.NullMarked
package uk.earlyhelphub.model;
