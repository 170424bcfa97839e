"""Where the bytes of files lie: a folder, or a store that speaks S3, sealed before they get there."""
