/// What functions do on a schedule, beside answering: mending and forgetting.
package dev.vitrine.platform.chore;
