/** What an auditor does at a command line. */
@NullMarked
package uk.earlyhelphub.cli;

import org.jspecify.annotations.NullMarked;
