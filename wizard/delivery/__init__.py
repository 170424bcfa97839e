"""What leaves for a municipality's own systems: each package by each channel its own durable work."""
