//! The queries of this room.

crate::statements! {
    /// Every blob that a photo names.
    BLOBS_NAMED = "select p.blob from practice_photos p where p.removed_at is null
        union select p.small_blob from practice_photos p where p.removed_at is null";
}
