/// JSON as it comes from outside: strict, and with the place named when something is wrong.
package dev.vitrine.platform.json;
