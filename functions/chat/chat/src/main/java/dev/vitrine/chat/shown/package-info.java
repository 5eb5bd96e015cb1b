/// What other capabilities show in a room, as each declares it with its event: whom it is for, in which lane,
/// as an item or as what stands, and whether the replay shows it. The declarations are data: a new one needs
/// no change here.
///
/// Layers as everywhere: control, entity, store.
package dev.vitrine.chat.shown;
