"""What a company or a project has decided for itself: found, merged, and each value told where it comes from."""
