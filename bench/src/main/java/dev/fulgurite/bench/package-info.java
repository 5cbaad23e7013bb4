/// Load runs, each a `main` that prints what it measured; `bench/README.md` says how to start them
/// and what they gave.
@NullMarked
package dev.fulgurite.bench;

import org.jspecify.annotations.NullMarked;
