"""What a municipality's archive is told of a case: a Fiks Arkiv message with its files."""
